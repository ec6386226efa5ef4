import { CommentOutlined, FileProtectOutlined, InboxOutlined, SafetyOutlined } from '@ant-design/icons';
import type { StaffRole } from '@bandeng/contracts/routes';
import type { Account } from '@bandeng/contracts/types';
import type { ReactNode } from 'react';

interface Entry {
  path: string;
  label: string;
  icon: ReactNode;
  /** Who finds something there; absent: everybody. */
  roles?: readonly StaffRole[];
}

const entries: readonly Entry[] = [
  { path: '/', label: '办件台', icon: <InboxOutlined /> },
  {
    path: '/information-requests',
    label: '依申请公开',
    icon: <FileProtectOutlined />,
    roles: ['officer', 'head', 'legal', 'supervisor'],
  },
  {
    path: '/consultations',
    label: '征求意见',
    icon: <CommentOutlined />,
    roles: ['editor', 'office', 'street'],
  },
  { path: '/security', label: '登录安全', icon: <SafetyOutlined /> },
];

/** The rooms of the console that this account has a key to. */
export const menuOf = ({ roles }: Account): readonly Entry[] =>
  entries.filter(entry => !entry.roles || roles.some(({ role }) => entry.roles?.includes(role)));
