export default definePageConfig({ navigationBarTitleText: '改过哪里' });
