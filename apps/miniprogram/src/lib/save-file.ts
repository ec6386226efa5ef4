import Taro from '@tarojs/taro';
import { isWeapp } from './env';
import { copy } from './phone';

const RELEASE_MS = 60_000;

/** Hands a text over as a file: the browser downloads it, WeChat sends it to a chat. Returns what to say. */
export async function saveText(name: string, text: string): Promise<string> {
  if (!isWeapp) {
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    // Some browsers begin to read it only after the click.
    setTimeout(() => URL.revokeObjectURL(url), RELEASE_MS);
    return '下载好了，在浏览器的下载里';
  }
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return '发出去了';
  } catch {
    return (await copy(text)) ? '没有发成文件，内容复制好了' : '没有存成，过一会儿再试';
  }
}
