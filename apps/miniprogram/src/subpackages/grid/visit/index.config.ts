export default definePageConfig({ navigationBarTitleText: '走访', enableShareAppMessage: true });
