export default definePageConfig({ navigationBarTitleText: '转交要信息的' });
