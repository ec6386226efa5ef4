import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';

/** A minute that is not still to come. */
export function TimeField({ name, label }: { name: string; label: string }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '请选时间' }]}>
      <DatePicker
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        maxDate={dayjs()}
        needConfirm={false}
        // Enter takes the time that was written; it does not send what is half filled in.
        onKeyDown={event => event.key === 'Enter' && event.preventDefault()}
        style={{ width: '100%' }}
      />
    </Form.Item>
  );
}
