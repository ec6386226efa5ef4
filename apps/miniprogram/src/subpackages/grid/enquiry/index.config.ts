export default definePageConfig({ navigationBarTitleText: '代录一件留言' });
