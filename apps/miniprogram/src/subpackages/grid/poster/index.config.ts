export default definePageConfig({ navigationBarTitleText: '贴海报' });
