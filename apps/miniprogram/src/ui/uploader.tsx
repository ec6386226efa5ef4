import { Image, Text, View } from '@tarojs/components';
import { Icon } from './icon';
import { Press } from './press';

export interface UploadItem {
  /** Address on the phone, unique in the list. */
  path: string;
  name: string;
  isImage: boolean;
  /** kept: waits on this phone; refused: the same again would be refused again. */
  state: 'kept' | 'sending' | 'sent' | 'failed' | 'refused';
  /** Why it failed, in words. */
  reason?: string;
}

interface UploaderProps {
  label: string;
  /** Said under it. */
  help?: string;
  items: readonly UploadItem[];
  max: number;
  onAdd: () => void;
  onRemove: (path: string) => void;
  /** Of what can fail while the form is open. */
  onRetry?: (path: string) => void;
}

const stateWords = {
  kept: '先存着',
  sending: '正在传',
  sent: '传好了',
  failed: '没传上',
  refused: '这一份不收，换一份',
} as const;

/** Files that go with something: each says whether it is there. Choosing and sending is up to the form. */
export function Uploader({ label, help, items, max, onAdd, onRemove, onRetry }: UploaderProps) {
  return (
    <View className="field">
      <View className="field-label">
        <Text>{label}</Text>
        <Text className="min">
          {items.length}/{max}
        </Text>
      </View>
      <View className="uploads" role="list" aria-label={label}>
        {items.map(item => (
          <View key={item.path} className="upload" role="listitem">
            {item.isImage ? (
              <Image className="block-image" mode="aspectFill" src={item.path} aria-label={item.name} />
            ) : (
              <Icon name="file" />
            )}
            <Text className="upload-name">{item.name}</Text>
            <State item={item} onRetry={onRetry} />
            <Press className="btn plain" label={`拿掉 ${item.name}`} onPress={() => onRemove(item.path)}>
              拿掉
            </Press>
          </View>
        ))}
        {items.length < max && (
          <View role="listitem">
            <Press className="upload" onPress={onAdd} label={`加一个：${label}`}>
              <Icon name="plus" />
              <Text>加一个</Text>
            </Press>
          </View>
        )}
      </View>
      {help && <View className="note mt1">{help}</View>}
    </View>
  );
}

function State({
  item: { path, name, state, reason },
  onRetry,
}: Pick<UploaderProps, 'onRetry'> & { item: UploadItem }) {
  if (state !== 'failed' && state !== 'refused') return <Text className="min">{stateWords[state]}</Text>;
  return (
    <>
      <View className="danger" role="alert">
        {reason ?? stateWords[state]}
      </View>
      {state === 'failed' && onRetry && (
        <Press className="btn plain" label={`再传 ${name}`} onPress={() => onRetry(path)}>
          再传
        </Press>
      )}
    </>
  );
}
