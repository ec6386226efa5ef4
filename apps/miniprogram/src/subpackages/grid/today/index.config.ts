export default definePageConfig({ navigationBarTitleText: '入户工作台' });
