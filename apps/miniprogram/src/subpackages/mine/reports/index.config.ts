export default definePageConfig({ navigationBarTitleText: '我的举报和催办', enablePullDownRefresh: true });
