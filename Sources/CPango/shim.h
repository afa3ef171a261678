#pragma once
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

/// A font map that knows the fonts of one fontconfig configuration and no others. It keeps its own reference to it.
static inline PangoFontMap *pango_fonts_only_of(FcConfig *config) {
    PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    if (map) pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
    return map;
}

/// Shows one line from its left end on its baseline; `cairo` is a `cairo_t`.
static inline void pango_show_line(void *cairo, PangoLayoutLine *line, double x, double y) {
    cairo_move_to((cairo_t *)cairo, x, y);
    pango_cairo_show_layout_line((cairo_t *)cairo, line);
}

/// Text is laid out for paper: no hinting, no rounding to pixels, whatever the surface.
static inline void pango_lay_out_for_paper(PangoContext *context) {
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
}

/// The run of a line with this index, from 0; NULL after the last.
static inline PangoGlyphItem *pango_line_run(PangoLayoutLine *line, unsigned index) {
    return (PangoGlyphItem *)g_slist_nth_data(line->runs, index);
}
