export default definePageConfig({ navigationBarTitleText: '答复选编' });
