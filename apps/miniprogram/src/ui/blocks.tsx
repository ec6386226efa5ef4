import { Image, Text, Video, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { isWeapp } from '../lib/env';
import { fileUrl, openFile } from '../lib/files';
import { call, copy } from '../lib/phone';
import { Table } from './body-table';
import { Icon } from './icon';
import { Press } from './press';
import { toast } from './toast';
import { Heading } from './text';

interface Inline {
  text: string;
  href?: string | undefined;
  strong?: boolean | undefined;
}

/** The body of a notice, as in @bandeng/contracts (Block). */
export type BodyBlock =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; children: readonly Inline[] }
  | { type: 'list'; ordered: boolean; items: readonly string[] }
  | { type: 'table'; caption?: string | undefined; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { type: 'image'; fileId: string; alt: string }
  | { type: 'quote'; text: string }
  | { type: 'video'; url: string; title: string }
  | { type: 'file'; fileId: string; name: string };

interface BlocksProps {
  blocks: readonly BodyBlock[];
  /** Rows of tables that name this come first: the reader's own community. */
  mine?: string;
  /** What is known of the files in it, by id: size, and a ticket where they are not for everybody. */
  files?: KnownFiles;
}

type KnownFiles = Readonly<Record<string, { size: number; ticket?: string | undefined }>>;

/** Draws the body with our own components: WeChat's rich-text has no links, no preview, no video. */
export function Blocks({ blocks, mine, files = {} }: BlocksProps) {
  return (
    <View className="blocks">
      {blocks.map((block, at) => (
        <View key={at} className={`block ${at === 0 ? 'first' : ''}`}>
          <OneBlock block={block} mine={mine} files={files} />
        </View>
      ))}
    </View>
  );
}

interface OneBlockProps {
  block: BodyBlock;
  mine: string | undefined;
  files: KnownFiles;
}

function OneBlock({ block, mine, files }: OneBlockProps) {
  switch (block.type) {
    case 'heading':
      return <Heading level={block.level}>{block.text}</Heading>;
    case 'paragraph':
      return <Paragraph parts={block.children} />;
    case 'list':
      return <Items items={block.items} isOrdered={block.ordered} />;
    case 'table':
      return <Table {...block} mine={mine} />;
    case 'image':
      return <Picture url={fileUrl(block.fileId, files[block.fileId]?.ticket)} alt={block.alt} />;
    case 'quote':
      return <View className="block-quote">{block.text}</View>;
    case 'video':
      return <Video className="block-image" src={block.url} aria-label={block.title} title={block.title} />;
    case 'file':
      return (
        <FileRow
          id={block.fileId}
          name={block.name}
          size={files[block.fileId]?.size}
          ticket={files[block.fileId]?.ticket}
        />
      );
  }
}

/** What was stored before the contract said so may still lead elsewhere (javascript:): then it is words. */
const FOLLOWABLE = /^(?:https?:\/\/|tel:|mailto:)/i;

/** A number is dialled. A link out: the browser opens it; WeChat may not, so the address is copied with a sentence. */
async function follow(href: string): Promise<void> {
  if (/^tel:/i.test(href)) return call(href.slice('tel:'.length));
  if (!isWeapp) window.open(href, '_blank', 'noopener');
  else if (await copy(href)) toast('地址复制好了，用浏览器打开', 'copy');
}

function Paragraph({ parts }: { parts: readonly Inline[] }) {
  return (
    <View>
      {parts.map((part, at) =>
        part.href && FOLLOWABLE.test(part.href) ? (
          <Press key={at} className="block-link" role="link" onPress={() => void follow(part.href ?? '')}>
            {part.text}
          </Press>
        ) : (
          <Text key={at} className={part.strong ? 'strong' : ''}>
            {part.text}
          </Text>
        ),
      )}
    </View>
  );
}

function Items({ items, isOrdered }: { items: readonly string[]; isOrdered: boolean }) {
  return (
    <View role="list">
      {items.map((item, at) => (
        <View key={at} className="block-item" role="listitem">
          <Text className="block-bullet">{isOrdered ? `${at + 1}.` : '•'}</Text>
          <View className="grow">{item}</View>
        </View>
      ))}
    </View>
  );
}

function Picture({ url, alt }: { url: string; alt: string }) {
  const show = () => {
    // Written out, so that Taro's own viewer with its 200 KB stays out of the H5.
    if (process.env.TARO_ENV === 'weapp') void Taro.previewImage({ urls: [url] });
    else window.open(url, '_blank', 'noopener');
  };
  return (
    <Press label={`${alt || '图片'}，点开看大图`} onPress={show}>
      <Image className="block-image" mode="widthFix" src={url} aria-label={alt} />
      {alt && <View className="note">{alt}</View>}
    </Press>
  );
}

interface FileRowProps {
  id: string;
  name: string;
  /** Bytes. */
  size?: number | undefined;
  ticket?: string | undefined;
}

const sizeText = (bytes: number) =>
  bytes < 1_048_576 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

/** An attachment: opened where the phone can, else its address is handed on. */
export function FileRow({ id, name, size, ticket }: FileRowProps) {
  const show = async () => {
    const said = await openFile(id, name, ticket);
    if (said) toast(said, 'info');
  };
  return (
    <Press role="link" className="block-file" onPress={() => void show()}>
      <Icon name="file" className="brand" />
      <View className="grow">{name}</View>
      {size !== undefined && <Text className="note nowrap">{sizeText(size)}</Text>}
    </Press>
  );
}

/** The words of a body, for reading aloud and for sharing. */
export function plainText(blocks: readonly BodyBlock[]): string {
  const lines = blocks.map(block => {
    if (block.type === 'heading' || block.type === 'quote') return block.text;
    if (block.type === 'paragraph') return block.children.map(part => part.text).join('');
    if (block.type === 'list') return block.items.join('\n');
    if (block.type === 'table') return block.rows.map(row => row.join('，')).join('\n');
    return '';
  });
  return lines.filter(Boolean).join('\n');
}
