import { now } from '@/lib/clock';
import { useFavourites } from '@/lib/favourites';
import { open } from '@/lib/navigation';
import { sayWhen } from '@bandeng/rules';
import { Card, Row } from '@/ui/card';
import { Page } from '@/ui/page';
import { Empty } from '@/ui/states';
import { Facts } from '@/ui/text';

/** What someone kept on this phone. */
export default function FavouritesPage() {
  const favourites = useFavourites();
  return (
    <Page title="我收藏的" isTitleHeading>
      {favourites.length === 0 ? (
        <Empty
          icon="star"
          title="还没有收藏"
          detail="看公开信息时点「收藏」，就存在这部手机里"
          action={{ text: '看最新公开', onPress: () => void open('notices') }}
        />
      ) : (
        <Card className="mt3 tight rows">
          {favourites.map(({ id, title, unitName, savedAt }) => (
            <Row
              key={id}
              title={title}
              detail={
                <Facts className="">
                  {unitName}
                  {`${sayWhen(savedAt, now())}收藏`}
                </Facts>
              }
              onPress={() => void open('notice', { id })}
            />
          ))}
        </Card>
      )}
    </Page>
  );
}
