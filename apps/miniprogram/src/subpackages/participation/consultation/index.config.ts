export default definePageConfig({
  navigationBarTitleText: '征集',
  enableShareAppMessage: true,
  enableShareTimeline: true,
});
