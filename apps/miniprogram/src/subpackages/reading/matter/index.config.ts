export default definePageConfig({ navigationBarTitleText: '这件事的经过', enablePullDownRefresh: true });
