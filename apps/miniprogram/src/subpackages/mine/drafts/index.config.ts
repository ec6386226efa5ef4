export default definePageConfig({ navigationBarTitleText: '写了一半的' });
