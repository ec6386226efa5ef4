export default definePageConfig({ navigationBarTitleText: '入户工作台', enableShareAppMessage: true });
