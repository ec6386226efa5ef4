/**
 * Error codes are the contract; the Chinese words beside them may change.
 * `title` says what happened, `detail` what to do, to a resident and without official tone.
 */
export interface ErrorText {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

const defineErrors = <T extends Record<string, ErrorText>>(table: T): T => table;
const error = (status: number, title: string, detail: string): ErrorText => ({ status, title, detail });

export const errors = defineErrors({
  'request.unreadable': error(400, '没看懂这次请求', '内容的格式不对，请刷新后再试。'),
  'request.invalid': error(422, '有几处没填对', '请照着每一处的提示改好，再交一次。'),
  'request.too_large': error(413, '内容太大了', '请减少一些内容再交。'),
  'request.media_type': error(415, '不认识这种格式', '请换成支持的格式再交。'),
  'request.method': error(405, '不能这样操作', '这个地址不支持这种操作。'),
  'request.too_many': error(429, '点得太快了', '请稍等一会儿再试。'),
  'route.not_found': error(404, '没有这个页面', '地址可能写错了，回首页看看。'),
  internal: error(500, '我们这边出了点问题', '你写的内容还在，请过一会儿再试。'),
  'service.unavailable': error(503, '系统正忙', '你写的内容还在，请过一会儿再试。'),
  'auth.required': error(401, '请先登录', '登录后才能做这件事。'),
  'auth.expired': error(401, '登录过期了', '请重新登录，没交的内容还在。'),
  'auth.code_invalid': error(401, '登录没成功', '这个登录码用过了或者过期了，请再试一次。'),
  'auth.password_wrong': error(401, '用户名或密码不对', '请检查后再试，连续输错会暂时锁定。'),
  'auth.totp_required': error(401, '还要动态口令', '请打开验证器，填上六位数字。'),
  'auth.totp_wrong': error(401, '动态口令不对', '请看验证器上最新的六位数字。'),
  'auth.recovery_wrong': error(401, '恢复码不对', '每个恢复码只能用一次，换一个没用过的再试。'),
  'auth.locked': error(429, '账号暂时锁定', '输错次数太多，请过一会儿再试。'),
  'auth.forbidden': error(403, '你没有这项权限', '这件事要由别的岗位来办。'),
  'auth.binding_invalid': error(422, '绑定码不对', '绑定码用过了或者过期了，请到工作台重新取一个。'),
  'auth.refresh_invalid': error(401, '登录过期了', '请重新登录，没交的内容还在。'),
  'id.conflict': error(409, '编号重复了', '这个编号已经用在别的内容上，请重新提交。'),
  'phone.unavailable': error(409, '没拿到手机号', '请再点一次，或者稍后再试。'),
  'wechat.unavailable': error(503, '微信暂时连不上', '请过一会儿再试，你写的内容还在。'),
  'oidc.unavailable': error(503, '统一身份认证暂时连不上', '请过一会儿再试，你写的内容还在。'),
  'account.not_found': error(404, '没有这个账号', '账号可能已经注销。'),
  'unit.not_found': error(404, '没有这个单位', '可能已经撤并，请从单位列表里再找找。'),
  'area.not_found': error(404, '没有这个地方', '可能已经撤并，请从列表里再找找。'),
  'place.not_found': error(404, '没有这个查阅点', '可能已经撤了，请从列表里再找找。'),
  'organization.closed': error(409, '已经停用了', '停用的不能再改，要用请另起一个。'),
  'organization.in_use': error(409, '里面还有在用的', '先停用它里面的地方、单位和查阅点。'),
  'guide.not_found': error(404, '没有这份内容', '可能已经换成新的，请回到列表看看。'),
  'entry.not_found': error(404, '没有这个事项', '可能已经并入别的事项，请在目录里再找找。'),
  'edition.not_found': error(404, '没有这个目录版本', '请从目录版本列表里再找找。'),
  'edition.frozen': error(409, '这个版本已经定稿', '定稿不能再改，要改请另起一个新版本。'),
  'edition.state': error(409, '现在不能这样做', '这个目录版本还没走到这一步。'),
  'edition.number_taken': error(409, '这个编号用过了', '一个编号只给一个版本，请换一个。'),
  'edition.full': error(409, '这个领域放不下更多事项', '一个领域最多 10000 项，请分开写。'),
  'entry.changed': error(409, '这一栏刚被别人改过', '看一看现在写的，再改一次。'),
  'import.unreadable': error(422, '这个文件打不开', '请另存为 xlsx 后再导入。'),
  'notice.not_found': error(404, '没有这条信息', '可能已经撤下，请搜一搜标题。'),
  'notice.code_wrong': error(403, '查阅码不对', '请看张贴的纸上印的查阅码。'),
  'notice.personal_data': error(
    422,
    '里面有没遮住的号码',
    '把身份证号、手机号、银行卡号遮住几位；本来就该公开的，确认后再发。',
  ),
  'notice.source_invalid': error(403, '来源没有登记', '请先在后台登记这个来源。'),
  'draft.not_found': error(404, '没有这份草稿', '可能不归你的单位。'),
  'draft.conflict': error(409, '别人刚改过这份草稿', '你写的还在，先看看别人改了什么，再决定留哪一份。'),
  'draft.state': error(409, '现在不能这样做', '这份草稿还没走到这一步，或者已经过了。'),
  'draft.not_yours': error(403, '这一步不能由你来', '写过这份草稿的人不能审它，一个人也不能签两步。'),
  'draft.incomplete': error(422, '还不能送审', '请照着每一处的提示补好，再送一次。'),
  'draft.interpretation_missing': error(
    409,
    '还没有解读',
    '文件和解读一起送审、一起发布；确实不用解读的，请审核人写明理由免去。',
  ),
  'consultation.not_found': error(404, '没有这次征集', '可能还没开始，请回到参与页看看。'),
  'consultation.state': error(409, '现在不能这样做', '这次征集还没走到这一步，或者已经过了。'),
  'consultation.window_too_short': error(422, '征集时间太短', '比规定的最短时间还短，要么延长，要么写明缩短的理由。'),
  'consultation.unbalanced': error(409, '账还没对上', '还有意见没有答复，或者数字对不上，先补齐再公布。'),
  'outcome.not_yet': error(404, '结果还没公布', '意见都看完、答复完，就一起公布。'),
  'comment.not_found': error(404, '没有这条意见', '可能已经撤回。'),
  'comment.window_closed': error(409, '征集已经截止', '这次不再收意见了，可以看看结果什么时候公布。'),
  'comment.window_not_open': error(409, '征集还没开始', '开始以后就能提意见。'),
  'comment.target_unknown': error(422, '没找到你说的那一处', '草案可能刚更新过，请回到草案重新点一下那一行。'),
  'comment.withdrawn': error(409, '这条意见已经撤回', '撤回以后不能再改，可以重新提一条。'),
  'request.not_found': error(404, '没有这件申请', '请从“我的申请”里再找找。'),
  'request.state': error(409, '现在不能这样做', '这件申请还没走到这一步，或者已经办完了。'),
  'request.extended': error(409, '已经延长过一次', '法律只允许延长一次。'),
  'nudge.not_late': error(409, '这一期没有晚', '可能刚刚公开了，刷新看一看。'),
  'nudge.task_not_found': error(404, '没有这个催办', '可能不归你的单位。'),
  'file.not_found': error(404, '没有这个附件', '可能已经撤下。'),
  'file.too_large': error(413, '文件太大了', '单个文件不能超过 20 MB。'),
  'file.type': error(415, '不收这种文件', '可以交图片、PDF、Word、Excel、PPT、WPS、OFD 和常见音视频。'),
  'file.quota': error(429, '今天传得够多了', '明天再传，或者把几个文件合成一个。'),
  'file.incomplete': error(400, '文件没传完', '网络断了一下，请再传一次。'),
  'receipt.malformed': error(422, '回执号不对', '回执号是 64 位的数字和字母。'),
  'subscription.limit': error(409, '订得太多了', '请先去掉几个不用的订阅。'),
  'message.not_found': error(404, '没有这条消息', '可能已经过期清理。'),
  'feedback.task_not_found': error(404, '没有这个任务', '可能已经办结。'),
  'record.not_found': error(404, '没有这条记录', '可能不归你的岗位看。'),
  'staff.not_found': error(404, '没有这个工作人员', '请检查用户名。'),
  'staff.taken': error(409, '用户名有人用了', '请换一个用户名。'),
});

export type ErrorCode = keyof typeof errors;

/** Codes that any call may answer; a route lists only what goes beyond these. */
export const commonErrors = [
  'request.unreadable',
  'request.invalid',
  'request.too_large',
  'request.media_type',
  'request.too_many',
  'auth.required',
  'auth.expired',
  'auth.forbidden',
  'internal',
  'service.unavailable',
] as const satisfies readonly ErrorCode[];
