export default definePageConfig({ navigationBarTitleText: '草案的各稿', enablePullDownRefresh: true });
