export default definePageConfig({ navigationBarTitleText: '查阅点', enablePullDownRefresh: true });
