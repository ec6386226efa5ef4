import { useQuery } from '@tanstack/react-query';
import { open } from '@/lib/navigation';
import { Card, Row } from '@/ui/card';
import { matterOf, type LinkedKind } from './api';

/** The way from one record to the whole it is a part of; nothing while it is of none. */
export function MatterLink({ kind, id }: { kind: LinkedKind; id: string }) {
  const matter = useQuery(matterOf(kind, id)).data?.matter;
  if (!matter) return null;
  return (
    <Card className="tight mt3">
      <Row
        icon="list"
        title="这件事的经过"
        detail={`${matter.name}：前前后后公开了什么、接下来是什么`}
        onPress={() => void open('matter', { id: matter.id })}
      />
    </Card>
  );
}
