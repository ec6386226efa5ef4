export default definePageConfig({ navigationBarTitleText: '问卷的结果', enablePullDownRefresh: true });
