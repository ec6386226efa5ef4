import Taro from '@tarojs/taro';
import { saveAddress } from './save-file';

/** WeChat's own calls, which the fake of Taro has not. */
const wechat = Taro as unknown as Record<string, jest.Mock>;
const failing = (errMsg: string) => jest.fn().mockRejectedValue({ errMsg });

const before = process.env.TARO_ENV;
beforeEach(() => {
  process.env.TARO_ENV = 'weapp';
  wechat.downloadFile = jest.fn().mockResolvedValue({ statusCode: 200, tempFilePath: 'wxfile://tmp/a' });
  wechat.saveImageToPhotosAlbum = jest.fn().mockResolvedValue({});
  wechat.shareFileMessage = jest.fn().mockResolvedValue({});
});
afterEach(() => {
  process.env.TARO_ENV = before;
});

describe('keeping a file in WeChat', () => {
  test('a picture -> among the photos; a PDF -> to a chat under its name', async () => {
    expect(await saveAddress('/f/1', '平面图.png')).toContain('相册');
    expect(wechat.saveImageToPhotosAlbum).toHaveBeenCalledWith({ filePath: 'wxfile://tmp/a' });
    expect(await saveAddress('/f/2', '答复书.pdf')).toContain('聊天');
    expect(wechat.shareFileMessage).toHaveBeenCalledWith({ filePath: 'wxfile://tmp/a', fileName: '答复书.pdf' });
  });

  test.each([
    [
      'the album is not allowed',
      { saveImageToPhotosAlbum: failing('saveImageToPhotosAlbum:fail auth deny') },
      '“设置”',
    ],
    ['they changed their mind', { saveImageToPhotosAlbum: failing('saveImageToPhotosAlbum:fail cancel') }, '没有存，'],
    ['the address is too old', { downloadFile: jest.fn().mockResolvedValue({ statusCode: 404 }) }, '重新进来'],
    ['no network', { downloadFile: failing('downloadFile:fail') }, '连上网络'],
  ])('%s -> a sentence that says what to do', async (_, calls, words) => {
    Object.assign(wechat, calls);
    expect(await saveAddress('/f/1', '平面图.png')).toContain(words);
  });
});
