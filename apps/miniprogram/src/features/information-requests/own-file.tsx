import { View } from '@tarojs/components';
import { useState } from 'react';
import { asApiError } from '@bandeng/contracts/api-error';
import { isWeapp } from '@/lib/env';
import { openOwnFile, saveOwnFile } from '@/lib/files';
import { isPicture } from '@/lib/save-file';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';

interface OwnFileProps {
  file: { id: string; name: string };
  /** What opening it is called. */
  children: string;
  isMain?: boolean;
}

async function show({ id, name }: OwnFileProps['file']): Promise<void> {
  const said = await openOwnFile(id, name).catch((error: unknown) => asApiError(error).title);
  if (said) toast(said, 'info');
}

const saveWord = (name: string) => (!isWeapp ? '下载' : isPicture(name) ? '存到相册' : '发到聊天里存着');

/** A file that only whom it is for may read: to look at, and to keep. Where it was kept stays on the screen. */
export function OwnFile({ file, children, isMain = false }: OwnFileProps) {
  const [isSaving, setSaving] = useState(false);
  const [said, say] = useState('');
  const save = async () => {
    setSaving(true);
    say(await saveOwnFile(file.id, file.name).catch((error: unknown) => asApiError(error).title));
    setSaving(false);
  };
  return (
    <View>
      <Button block look={isMain ? 'filled' : 'line'} icon="file" onPress={() => void show(file)}>
        {children}
      </Button>
      <Button
        block
        look="quiet"
        icon="saved"
        label={`${saveWord(file.name)}：${file.name}`}
        busy={isSaving}
        onPress={() => void save()}
      >
        {saveWord(file.name)}
      </Button>
      <View role="status" className="note mt1">
        {said || (isWeapp ? '打开以后点右上角的三个点，也可以转发、存到手机' : '')}
      </View>
    </View>
  );
}
