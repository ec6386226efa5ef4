import { WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';

/** Red when it is late, amber within two working days. */
export function Due({ workingDaysLeft }: { workingDaysLeft: number | null }) {
  if (workingDaysLeft === null) return <span className="quiet">没有期限</span>;
  if (workingDaysLeft < 0)
    return (
      <Tag color="error" icon={<WarningOutlined />}>
        晚 {-workingDaysLeft} 个工作日
      </Tag>
    );
  if (workingDaysLeft <= 2)
    return <Tag color="warning">{workingDaysLeft === 0 ? '今天最晚' : `${workingDaysLeft} 个工作日`}</Tag>;
  return <span>{workingDaysLeft} 个工作日</span>;
}
