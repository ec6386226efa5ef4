import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CarryOutOutlined,
  CommentOutlined,
  FileProtectOutlined,
  FormOutlined,
  HomeOutlined,
  InboxOutlined,
  IssuesCloseOutlined,
  MessageOutlined,
  NodeIndexOutlined,
  PushpinOutlined,
  ProfileOutlined,
  ReadOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SoundOutlined,
  TeamOutlined,
} from '@ant-design/icons';
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

const publishers = ['editor', 'office', 'street'] as const;

const entries: readonly Entry[] = [
  { path: '/', label: '办件台', icon: <InboxOutlined /> },
  {
    path: '/information-requests',
    label: '依申请公开',
    icon: <FileProtectOutlined />,
    roles: ['officer', 'head', 'legal', 'supervisor'],
  },
  {
    path: '/enquiries',
    label: '网上民声',
    icon: <MessageOutlined />,
    roles: [...publishers, 'supervisor'],
  },
  {
    path: '/annual-report',
    label: '年度报告',
    icon: <BarChartOutlined />,
    roles: ['officer', 'head', 'legal', 'supervisor'],
  },
  {
    path: '/consultations',
    label: '征求意见',
    icon: <CommentOutlined />,
    roles: [...publishers, 'supervisor'],
  },
  { path: '/assigned-comments', label: '交办的意见', icon: <CommentOutlined />, roles: publishers },
  {
    path: '/decisions',
    label: '决策目录',
    icon: <ProfileOutlined />,
    roles: ['office', 'editor', 'street', 'supervisor'],
  },
  {
    path: '/matters',
    label: '事项经过',
    icon: <NodeIndexOutlined />,
    roles: [...publishers, 'supervisor'],
  },
  { path: '/surveys', label: '问卷', icon: <BarChartOutlined />, roles: publishers },
  { path: '/meetings', label: '会议', icon: <SoundOutlined />, roles: publishers },
  { path: '/grid', label: '入户', icon: <HomeOutlined />, roles: ['office', 'street', 'grid', 'supervisor', 'head'] },
  { path: '/catalog', label: '标准目录', icon: <ProfileOutlined />, roles: ['editor', 'office'] },
  {
    path: '/catalog/duties',
    label: '应公开',
    icon: <CarryOutOutlined />,
    roles: ['editor', 'office', 'street', 'head', 'supervisor', 'evaluator'],
  },
  { path: '/notices', label: '公开信息', icon: <ReadOutlined />, roles: publishers },
  {
    path: '/notices/drafts',
    label: '写和审',
    icon: <FormOutlined />,
    roles: [...publishers, 'reviewer', 'secrecy'],
  },
  {
    path: '/columns',
    label: '栏目',
    icon: <ScheduleOutlined />,
    roles: [...publishers, 'head', 'supervisor', 'evaluator'],
  },
  { path: '/postings', label: '公示', icon: <PushpinOutlined />, roles: [...publishers, 'head', 'supervisor'] },
  { path: '/feedback', label: '纠错', icon: <IssuesCloseOutlined />, roles: publishers },
  { path: '/nudges', label: '催办', icon: <BellOutlined />, roles: publishers },
  {
    path: '/organization',
    label: '单位和名录',
    icon: <ApartmentOutlined />,
    roles: ['admin', 'office', 'head', 'supervisor'],
  },
  { path: '/staff', label: '工作人员', icon: <TeamOutlined />, roles: ['admin'] },
  { path: '/audit', label: '审计记录', icon: <AuditOutlined />, roles: ['auditor'] },
  { path: '/security', label: '登录安全', icon: <SafetyOutlined /> },
];

/** The rooms of the console that this account has a key to. */
export const menuOf = ({ roles }: Account): readonly Entry[] =>
  entries.filter(entry => !entry.roles || roles.some(({ role }) => entry.roles?.includes(role)));
