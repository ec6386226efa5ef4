export default definePageConfig({ navigationBarTitleText: '年度决策目录', enablePullDownRefresh: true });
