export default definePageConfig({ navigationBarTitleText: '要信息' });
