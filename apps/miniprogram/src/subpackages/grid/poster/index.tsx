import { View } from '@tarojs/components';
import { limits } from '@bandeng/contracts/routes';
import { useRef, useState } from 'react';
import { campaignsFor, type WalkBuilding } from '@/features/grid/door-state';
import { keepRecord } from '@/features/grid/keep-record';
import {
  emptyPoster,
  placesAtBuilding,
  placesOutside,
  posterBody,
  posterFormOf,
  posterProblems,
  takeDownDays,
  takeDownOf,
  takeDownRange,
  type PosterForm,
  type PosterOffer,
} from '@/features/grid/poster-form';
import { forgetPhotos, keepPhotos } from '@/features/grid/record-photos';
import { usePosterPhotos } from '@/features/grid/use-poster-photos';
import { useDoor } from '@/features/grid/use-walk';
import { placeName, type PosterUp } from '@/features/grid/words';
import { NotInPack, WorkPage } from '../work-page';
import { newId } from '@/lib/ids';
import { back } from '@/lib/navigation';
import { usePageParams } from '@/lib/page-params';
import { Button } from '@/ui/button';
import { Choice } from '@/ui/choice';
import { DayPicker } from '@/ui/day-picker';
import { Field } from '@/ui/field';
import { FieldError } from '@/ui/field-error';
import { Chips } from '@/ui/tabs';
import { NoticeBar } from '@/ui/tag';
import { toast } from '@/ui/toast';
import { Uploader } from '@/ui/uploader';

const FULL = '手机存满了，照片没有存下。先到发件箱送出去一些，或者拿掉照片只记文字，这里写的还在';

/** 贴海报: what hangs where until when, with a photo that follows when there is a network. */
export default function PosterPage() {
  const { building: buildingId, item: itemId, record: recordId } = usePageParams();
  const { pack, today, outbox, walk } = useDoor(undefined, undefined);
  const data = outbox.records.find(({ id }) => id === recordId)?.body.data;
  const before = data?.kind === 'poster' ? data : undefined;
  const building = walk.find(({ id }) => id === (before?.buildingId ?? buildingId));
  if (!pack || pack.areas.length === 0) {
    return (
      <WorkPage title="贴海报">
        <NotInPack />
      </WorkPage>
    );
  }
  const grids = building ? [building.areaId] : pack.areas.map(({ id }) => id);
  const offers = new Map<string, PosterOffer>();
  for (const { items, to } of grids.flatMap(grid => campaignsFor(pack, grid, today)))
    for (const item of items)
      offers.set(item.id, { ...item, until: [to, offers.get(item.id)?.until ?? to].sort().at(-1)! });
  return (
    <PosterEditor key={before?.id} {...{ building, before, itemId }} areas={pack.areas} offers={[...offers.values()]} />
  );
}

interface EditorProps {
  building: WalkBuilding | undefined;
  before: PosterUp | undefined;
  itemId: string | undefined;
  areas: readonly { id: string; name: string }[];
  offers: readonly PosterOffer[];
}

function PosterEditor({ building, before, itemId, areas, offers }: EditorProps) {
  const [form, setForm] = useState<PosterForm>(() =>
    before
      ? posterFormOf(before)
      : emptyPoster(offers, building?.areaId ?? (areas.length === 1 ? areas[0]!.id : ''), itemId),
  );
  const [problems, setProblems] = useState<ReturnType<typeof posterProblems>>({});
  const photos = usePosterPhotos();
  const id = useRef<string>();
  const offer = offers.find(one => one.id === form.itemId);
  const change = (part: Partial<PosterForm>) => {
    setProblems({});
    setForm({ ...form, ...part });
  };
  const save = async () => {
    const found = posterProblems(form);
    setProblems(found);
    if (!offer || Object.keys(found).length > 0) return;
    // One id for one form: a second tap is the same poster.
    id.current ??= await newId();
    const kept = before ? [] : await keepPhotos(id.current, photos.pictures);
    if (!kept) return toast(FULL, 'alert');
    const where = [building && placeName(building), form.place.trim()].filter(Boolean).join(' ');
    const content = posterBody(form, offer, building?.id ?? before?.buildingId ?? null);
    const title = `${where}，贴海报：${offer.title}`;
    if (keepRecord(content, { id: id.current, title, before, photos: kept })) await back();
    else await forgetPhotos(kept);
  };
  const takeDownOn = takeDownOf(form, offer);
  return (
    <WorkPage
      title={before ? '改一改贴的海报' : '贴海报'}
      heading={building && placeName(building)}
      bar={
        <Button look="filled" wide onPress={() => void save()}>
          {before ? '改好了，再送' : '贴好了，记下来'}
        </Button>
      }
    >
      {offers.length === 0 && <View className="note mt2">现在没有要送的，没有海报可以贴</View>}
      <Choice
        label="贴的是哪一份"
        options={offers.map(({ id: value, title }) => ({ value, label: title }))}
        value={form.itemId}
        onChange={value => change({ itemId: value })}
      />
      <Wrong words={problems.item} />
      {!building && areas.length > 1 && (
        <>
          <Choice
            label="在哪个网格"
            options={areas.map(({ id: value, name }) => ({ value, label: name }))}
            value={form.areaId}
            onChange={areaId => change({ areaId })}
          />
          <Wrong words={problems.area} />
        </>
      )}
      <Field
        label="贴在哪里"
        help={building ? '别的人照着它去揭' : '贴在楼里的，从那栋楼里点“贴海报”，算到楼上'}
        value={form.place}
        maxLength={60}
        error={problems.place}
        onChange={place => change({ place })}
      />
      <Chips
        className="mt1"
        label="常贴的地方"
        items={(building ? placesAtBuilding : placesOutside).map(word => ({ value: word as string, label: word }))}
        value={form.place}
        onChange={place => change({ place })}
      />
      <View className="field">
        <View className="field-label">哪天揭下来</View>
        <View className="note">到那天会在“今天”里提醒</View>
        <Chips
          className="mt1"
          label="哪天揭下来"
          items={takeDownDays(takeDownOn, offer)}
          value={takeDownOn}
          onChange={value => change({ takeDownOn: value })}
        />
        <DayPicker
          label="另选一天"
          value={takeDownOn}
          {...takeDownRange()}
          onChange={value => change({ takeDownOn: value })}
        />
      </View>
      {!before && (
        <>
          <NoticeBar icon="alert" tone="wood" className="mt3">
            只拍海报，不要拍到人和车牌
          </NoticeBar>
          <Uploader
            label="照片"
            help="没有网先存在手机里，文字送到了再传；拍摄的地点和时间会去掉"
            items={photos.items}
            max={limits.photosPerPoster}
            onAdd={() => void photos.add()}
            onRemove={photos.remove}
          />
        </>
      )}
    </WorkPage>
  );
}

const Wrong = ({ words }: { words: string | undefined }) =>
  words === undefined ? null : <FieldError>{words}</FieldError>;
