import { ApiError } from '@bandeng/contracts/api-error';

/** No answer came: there is no network, or only our server cannot be reached. */
export const offlineError = (reach: 'offline' | 'unreachable') =>
  new ApiError('offline', {
    code: 'client.offline',
    status: 0,
    title: reach === 'offline' ? '没有网络' : '连不上服务器',
    detail: '过一会儿再试一次。写下的内容还在这部手机里。',
  });

export const timeoutError = () =>
  new ApiError('timeout', {
    code: 'client.timeout',
    status: 0,
    title: '等太久了',
    detail: '服务器没有回应，过一会儿再试。写下的内容还在这部手机里。',
  });
