export default definePageConfig({ navigationBarTitleText: '网上民声' });
