import type { StaffRole } from '@bandeng/contracts/routes';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useAccount } from '../../lib/session';

const SENDERS: readonly StaffRole[] = ['street', 'office'];
const ROOMS: readonly { path: string; label: string; roles?: readonly StaffRole[] }[] = [
  { path: '/grid', label: '入户任务' },
  { path: '/grid/coverage', label: '覆盖' },
  { path: '/grid/buildings', label: '楼和门', roles: SENDERS },
  { path: '/grid/assignments', label: '派工', roles: SENDERS },
  { path: '/grid/pads', label: '便条', roles: SENDERS },
  { path: '/grid/questions', label: '问了什么', roles: [...SENDERS, 'supervisor', 'head'] },
  { path: '/grid/workers', label: '网格员', roles: [...SENDERS, 'supervisor', 'head'] },
];

/** Whether somebody keeps doors and sends people out; others read. */
export const useIsSender = (): boolean => useAccount().roles.some(({ role }) => SENDERS.includes(role));

/** The other pages of door-to-door work that this account has a key to. */
export function Rooms({ here }: { here: string }) {
  const navigate = useNavigate();
  const { roles } = useAccount();
  return ROOMS.filter(room => room.path !== here)
    .filter(room => !room.roles || roles.some(({ role }) => room.roles?.includes(role)))
    .map(({ path, label }) => (
      <Button key={path} onClick={() => void navigate(path)}>
        {label}
      </Button>
    ));
}
