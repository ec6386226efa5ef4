export default definePageConfig({ navigationBarTitleText: '事项卡', enableShareAppMessage: true });
