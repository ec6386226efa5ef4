import type { Place } from '@bandeng/contracts/types';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { resetTaro } from '../../../test/taro';
import { ToastHost } from '@/ui/toast';
import { PlaceCard } from './place-card';

const place: Place = {
  id: 'p1',
  name: '柳营街道查阅点',
  kind: 'reading_room',
  areaId: 'liuying',
  address: '柳营街道营门路108号',
  phone: '0599-555-1301',
  hours: '周一至周五 9:00–17:00',
  services: ['查阅政府信息'],
  location: { latitude: 27.5, longitude: 118.1 },
};

beforeEach(resetTaro);

test('place: with a telephone -> its number can be read off, not only dialled', () => {
  render(<PlaceCard place={place} />);
  expect(screen.getByText('0599-555-1301')).toBeTruthy();
  expect(screen.getByRole('button', { name: '打电话给柳营街道查阅点' })).toBeTruthy();
});

test('place: without telephone and place on the map -> no button that does nothing', () => {
  render(<PlaceCard place={{ ...place, phone: null, location: null }} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('place: the map where there is none -> the address is copied, and that is said', async () => {
  const writeText = jest.fn(async () => undefined);
  Object.assign(navigator, { clipboard: { writeText } });
  render(
    <>
      <PlaceCard place={place} />
      <ToastHost />
    </>,
  );
  fireEvent.click(screen.getByRole('button', { name: '看地图，柳营街道查阅点' }));
  await waitFor(() => expect(screen.getByText('这里没有地图，地址复制好了')).toBeTruthy());
  expect(writeText).toHaveBeenCalledWith('柳营街道营门路108号');
});
