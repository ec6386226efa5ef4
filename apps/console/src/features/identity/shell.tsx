import { LogoutOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Layout, Menu, Skeleton } from 'antd';
import { Suspense } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { api } from '../../lib/http';
import { queryClient } from '../../lib/query';
import { setSession, useAccount } from '../../lib/session';
import { Finder } from './finder';
import { menuOf } from './menu';
import { secondFactor } from './second-factor';
import { sayRoles } from '../../lib/role-names';

/** What stands around every page: the way to it, the rooms, who is signed in. */
export function Shell() {
  const account = useAccount();
  const { pathname } = useLocation();
  const entries = menuOf(account);
  const here = entries.findLast(({ path }) => path === '/' || pathname.startsWith(path))?.path ?? '/';

  async function leave() {
    await api.call('auth.desk.leave', { body: {} }).catch(() => undefined);
    queryClient.clear();
    setSession(null);
  }

  return (
    <Layout className="shell">
      <a className="skip" href="#page" onClick={focusPage}>
        跳到正文
      </a>
      <Layout.Sider width={200} breakpoint="lg" collapsedWidth={0} theme="light">
        <div className="brand">板凳</div>
        <nav aria-label="工作台">
          <Menu
            mode="inline"
            selectedKeys={[here]}
            items={entries.map(({ path, label, icon }) => ({ key: path, icon, label: <Link to={path}>{label}</Link> }))}
          />
        </nav>
      </Layout.Sider>
      <Layout>
        <Layout.Header className="bar">
          <Finder />
          <span>
            {account.displayName}
            <span className="quiet"> · {sayRoles(account.roles)}</span>
          </span>
          <Button type="text" icon={<LogoutOutlined />} onClick={() => void leave()}>
            退出
          </Button>
        </Layout.Header>
        <Suspense fallback={<Skeleton active className="page" />}>
          <Admitted />
        </Suspense>
      </Layout>
    </Layout>
  );
}

/** Until a second factor that is required, or was there and was taken away, is there: nothing but its page, which says why. */
function Admitted() {
  const { pathname } = useLocation();
  const { data } = useQuery(secondFactor);
  const waits = data && !data.enrolled && (data.required || data.reset) && pathname !== '/security';
  return waits ? <Navigate to="/security" replace /> : <Outlet />;
}

/** The address after # is the router's. */
function focusPage(event: { preventDefault(): void }): void {
  event.preventDefault();
  document.getElementById('page')?.focus();
}
