export default definePageConfig({ navigationBarTitleText: '代录一条意见' });
