export default definePageConfig({ navigationBarTitleText: '去告诉本人' });
