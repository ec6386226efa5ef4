import { ApiFailure, type Data, type Host } from '../types';
import { asyncApi, text } from './api';

/** Calls that WeChat refuses until the person has agreed to the privacy statement. */
const NEED_CONSENT = [
  'chooseMedia',
  'chooseImage',
  'chooseMessageFile',
  'getClipboardData',
  'getLocation',
  'chooseLocation',
  'saveImageToPhotosAlbum',
];

type PrivacyListener = (resolve: (answer: { event: string }) => void, info: unknown) => void;

/** Login, privacy consent, subscriptions, pickers: what a person does on the phone. */
export function accountApis(host: Host): Data {
  let consented = false;
  let listener: PrivacyListener | null = null;

  const consent = async (name: string) => {
    if (consented) return;
    if (listener) {
      await new Promise<void>((resolve, reject) => {
        const answer = ({ event }: { event: string }) => {
          if (event === 'agree') resolve();
          else if (event === 'disagree') reject(new ApiFailure('privacy permission is not authorized', { errno: 104 }));
        };
        host.sandbox.guard(() => listener?.(answer, host.sandbox.revive({ referrer: name })));
      });
    } else if (!host.person.agreesToPrivacy) {
      throw new ApiFailure('privacy permission is not authorized', { errno: 104 });
    }
    consented = true;
  };

  const picked = () => {
    const files = host.files.filter(({ path }) => path.startsWith('wxfile://picked/'));
    if (files.length === 0) throw new ApiFailure('cancel');
    return files;
  };
  const afterConsent: Record<string, (options: Data) => unknown> = {
    chooseMedia: () => ({
      type: 'image',
      tempFiles: picked().map(({ path, bytes }) => ({ tempFilePath: path, size: bytes.byteLength, fileType: 'image' })),
    }),
    chooseImage: () => ({
      tempFilePaths: picked().map(({ path }) => path),
      tempFiles: picked().map(({ path, bytes }) => ({ path, size: bytes.byteLength })),
    }),
    chooseMessageFile: () => ({
      tempFiles: picked().map(({ path, name, bytes }) => ({ path, name, size: bytes.byteLength, type: 'file' })),
    }),
    getClipboardData: () => ({ data: clipboard }),
  };
  let clipboard = '';
  const guarded = NEED_CONSENT.map(name => [
    name,
    asyncApi(host, name, async options => {
      await consent(name);
      const work = afterConsent[name];
      if (!work) throw new ApiFailure('auth deny');
      return work(options);
    }),
  ]);

  return {
    ...Object.fromEntries(guarded),
    login: asyncApi(host, 'login', () => login(host)),
    scanCode: asyncApi(host, 'scanCode', () => {
      const { scans } = host.person;
      if (scans === undefined) throw new ApiFailure('cancel');
      const isPage = /^(subpackages|pages)\//.test(scans);
      return isPage
        ? { result: '', path: scans, scanType: 'WX_CODE', charSet: 'UTF-8' }
        : { result: scans, scanType: 'QR_CODE', charSet: 'UTF-8' };
    }),
    checkSession: asyncApi(host, 'checkSession'),
    getPrivacySetting: asyncApi(host, 'getPrivacySetting', () => ({
      needAuthorization: !consented,
      privacyContractName: '《小程序隐私保护指引》',
    })),
    requirePrivacyAuthorize: asyncApi(host, 'requirePrivacyAuthorize', () => consent('requirePrivacyAuthorize')),
    openPrivacyContract: asyncApi(host, 'openPrivacyContract'),
    onNeedPrivacyAuthorization: (given: PrivacyListener) => (listener = given),
    requestSubscribeMessage: asyncApi(host, 'requestSubscribeMessage', ({ tmplIds }) => {
      const ids = (tmplIds ?? []) as string[];
      if (ids.length === 0 || ids.length > 3)
        throw new ApiFailure('tmplIds takes one to three ids', { errCode: 20003 });
      return Object.fromEntries(ids.map(id => [id, host.person.subscribes]));
    }),
    getSetting: asyncApi(host, 'getSetting', () => ({
      authSetting: {},
      subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
    })),
    openSetting: asyncApi(host, 'openSetting', () => ({ authSetting: {} })),
    setClipboardData: asyncApi(host, 'setClipboardData', ({ data }) => void (clipboard = text(data))),
    makePhoneCall: asyncApi(host, 'makePhoneCall'),
    openLocation: asyncApi(host, 'openLocation'),
    openDocument: asyncApi(host, 'openDocument'),
    shareFileMessage: asyncApi(host, 'shareFileMessage'),
    previewImage: asyncApi(host, 'previewImage'),
    previewMedia: asyncApi(host, 'previewMedia'),
    navigateToMiniProgram: asyncApi(host, 'navigateToMiniProgram'),
    showShareMenu: asyncApi(host, 'showShareMenu'),
    hideShareMenu: asyncApi(host, 'hideShareMenu'),
    updateShareMenu: asyncApi(host, 'updateShareMenu'),
  };
}

/** wx.login asks WeChat, not our server; in demo mode WeChat is the simulator beside it. */
async function login(host: Host): Promise<{ code: string }> {
  if (!host.network.isConnected) throw new ApiFailure('net::ERR_INTERNET_DISCONNECTED', { errno: 600001 });
  const { status, body } = await host.ask('POST', '/wechat-simulator/login-codes', { openid: host.person.openid });
  if (status >= 300 || typeof body.code !== 'string') throw new ApiFailure(`the simulator answered ${status}`);
  return { code: body.code };
}
