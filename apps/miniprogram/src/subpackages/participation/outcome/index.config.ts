export default definePageConfig({ navigationBarTitleText: '意见的下落', enablePullDownRefresh: true });
