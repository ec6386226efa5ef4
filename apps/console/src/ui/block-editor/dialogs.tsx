import type { Editor } from '@tiptap/core';
import { Form, Input } from 'antd';
import { required } from '../../lib/required';
import { uploadFile } from '../../lib/upload';
import { DialogForm } from '../dialog-form';
import { FilePicker } from '../file-picker';
import { chosenMedia, insertAndGoOn } from './insert';
import { captionOf, setCaption } from './table-commands';
import type { Asked } from './toolbar';

interface Props {
  editor: Editor;
  what: Asked;
  /** Pasted or dropped. */
  given?: readonly File[] | undefined;
  close: () => void;
}

/** What the toolbar asks for before something stands in the text. */
export function Dialogs({ editor, what, given, close }: Props) {
  const leave = () => {
    close();
    editor.view.focus();
  };
  switch (what) {
    case 'link':
      return <LinkDialog editor={editor} close={leave} />;
    case 'image':
      return <ImageDialog editor={editor} given={given?.[0]} close={leave} />;
    case 'file':
      return <FileDialog editor={editor} given={given?.[0]} close={leave} />;
    case 'video':
      return <VideoDialog editor={editor} close={leave} />;
    case 'caption':
      return (
        <DialogForm<{ caption?: string }>
          title="这张表是什么"
          submit="写上"
          initial={{ caption: captionOf(editor.state) }}
          close={leave}
          work={({ caption = '' }) => setCaption(caption.trim())(editor.state, editor.view.dispatch)}
        >
          <Form.Item name="caption" label="表名（可以空着）">
            <Input maxLength={200} autoFocus />
          </Form.Item>
        </DialogForm>
      );
  }
}

type One = Omit<Props, 'what' | 'given'> & { given?: File | undefined };

/** Puts a new block in, or changes the chosen one of the same kind. */
function put(editor: Editor, type: string, attrs: Record<string, string>): void {
  const { state, view } = editor;
  const chosen = chosenMedia(state);
  if (chosen?.node.type.name === type) view.dispatch(state.tr.setNodeMarkup(chosen.pos, null, attrs));
  else view.dispatch(insertAndGoOn(state, state.schema.nodes[type]!.create(attrs)));
}
const chosenAttrs = (editor: Editor, type: string): Record<string, string> | undefined => {
  const chosen = chosenMedia(editor.state);
  return chosen?.node.type.name === type ? (chosen.node.attrs as Record<string, string>) : undefined;
};

const HREF = /^(?:https?:\/\/|tel:|mailto:)\S+$/i;

function LinkDialog({ editor, close }: One) {
  const href = String(editor.getAttributes('link')['href'] ?? '');
  const work = ({ href: given = '' }: { href?: string }) => {
    const chain = editor.chain().extendMarkRange('link');
    if (given.trim()) chain.setMark('link', { href: given.trim() }).run();
    else chain.unsetMark('link').run();
  };
  return (
    <DialogForm<{ href?: string }> title="链接" submit="用这个地址" initial={{ href }} close={close} work={work}>
      <Form.Item
        name="href"
        label={href ? '地址（清空就是去掉链接）' : '地址'}
        extra="网页写 https://，电话写 tel:，邮箱写 mailto:"
        rules={[{ pattern: HREF, message: '地址要以 http://、https://、tel: 或 mailto: 开头' }]}
      >
        <Input maxLength={2_000} autoFocus />
      </Form.Item>
    </DialogForm>
  );
}

function ImageDialog({ editor, given, close }: One) {
  const chosen = chosenAttrs(editor, 'image');
  const work = async ({ alt, file }: { alt: string; file?: File }) => {
    const fileId = chosen && !file ? chosen['fileId']! : (await uploadFile(file!, crypto.randomUUID())).id;
    put(editor, 'image', { fileId, alt: alt.trim() });
  };
  return (
    <DialogForm<{ alt: string; file?: File }>
      title={chosen ? '这张图' : '插入图片'}
      submit={chosen ? '改好了' : '插入'}
      initial={{ alt: chosen?.['alt'] ?? '', ...(given && { file: given }) }}
      close={close}
      work={work}
    >
      <Form.Item
        name="file"
        label={chosen ? '换一张（可以不换）' : '图片'}
        rules={chosen ? [] : [{ required: true, message: '请选一张图片' }]}
      >
        <OneFile accept="image/jpeg,image/png,image/webp,image/gif" />
      </Form.Item>
      <Form.Item
        name="alt"
        label="图上是什么"
        extra="看不见图的人听到的就是这句话；图里有字的，把要紧的字写出来"
        rules={required('请写图上是什么')}
      >
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </DialogForm>
  );
}

function FileDialog({ editor, given, close }: One) {
  const chosen = chosenAttrs(editor, 'file');
  const work = async ({ name, file }: { name?: string; file?: File }) => {
    const fileId = chosen && !file ? chosen['fileId']! : (await uploadFile(file!, crypto.randomUUID())).id;
    put(editor, 'file', { fileId, name: name?.trim() || file?.name || '附件' });
  };
  return (
    <DialogForm<{ name?: string; file?: File }>
      title={chosen ? '这个附件' : '插入附件'}
      submit={chosen ? '改好了' : '插入'}
      initial={{ name: chosen?.['name'] ?? '', ...(given && { file: given }) }}
      close={close}
      work={work}
    >
      <Form.Item
        name="file"
        label={chosen ? '换一个文件（可以不换）' : '文件'}
        rules={chosen ? [] : [{ required: true, message: '请选一个文件' }]}
      >
        <OneFile />
      </Form.Item>
      <Form.Item name="name" label="显示的名字（空着就用文件名）">
        <Input maxLength={200} />
      </Form.Item>
    </DialogForm>
  );
}

function VideoDialog({ editor, close }: One) {
  const chosen = chosenAttrs(editor, 'video');
  return (
    <DialogForm<{ url: string; title: string }>
      title={chosen ? '这个视频' : '插入视频链接'}
      submit={chosen ? '改好了' : '插入'}
      initial={{ url: chosen?.['url'] ?? '', title: chosen?.['title'] ?? '' }}
      close={close}
      work={({ url, title }) => put(editor, 'video', { url: url.trim(), title: title.trim() })}
    >
      <Form.Item
        name="url"
        label="视频的地址"
        rules={[
          { required: true, message: '请写视频的地址' },
          { pattern: /^https?:\/\/\S+$/i, message: '地址要以 http:// 或 https:// 开头' },
        ]}
      >
        <Input maxLength={2_000} autoFocus />
      </Form.Item>
      <Form.Item name="title" label="视频讲的是什么" rules={required('请写视频讲的是什么')}>
        <Input maxLength={200} />
      </Form.Item>
    </DialogForm>
  );
}

interface PickerProps {
  id?: string;
  accept?: string;
  value?: File;
  onChange?: (file: File | undefined) => void;
}

/** One file, as a control of a form; what was pasted is named, and can be replaced. */
const OneFile = ({ id, accept, value, onChange }: PickerProps) => (
  <FilePicker
    {...(id && { id })}
    label={value ? '换一个' : '从电脑里选'}
    accept={accept}
    chosen={value?.name}
    take={([file]) => onChange?.(file)}
  />
);
