/** Taro asks for web components of a tab bar and an image viewer that are not used here; so 20 KB stay out of the H5. */
export function defineCustomElementTaroTabbar(): void {}
export function defineCustomElementTaroSwiperCore(): void {}
export function defineCustomElementTaroSwiperItemCore(): void {}
