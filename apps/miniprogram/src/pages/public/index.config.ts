export default definePageConfig({ navigationBarTitleText: '板凳' });
