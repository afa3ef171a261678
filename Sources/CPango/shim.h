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

/// Whether a run has marks that stand over, under or beside letters, as Tamil has. Readers of a PDF file take such a
/// mark for a word of its own, unless it is told with the word that it belongs to.
static inline int pango_run_has_marks(const PangoGlyphItem *run, const char *text) {
    if (run->item->analysis.level % 2) return 0;  // from right to left, Pango's own clusters read well
    const char *end = text + run->item->offset + run->item->length;
    for (const char *at = text + run->item->offset; at < end; at = g_utf8_next_char(at))
        if (g_unichar_ismark(g_utf8_get_char(at))) return 1;
    return 0;
}

/// Shows a run word by word: the glyphs of a word are one cluster, so that its text is kept with it as a whole.
static inline void pango_show_words(cairo_t *cairo, const PangoGlyphItem *run, const char *text, double x, double y) {
    const PangoGlyphString *string = run->glyphs;
    const char *start = text + run->item->offset;
    cairo_glyph_t *glyphs = g_new(cairo_glyph_t, string->num_glyphs);
    cairo_text_cluster_t *words = g_new0(cairo_text_cluster_t, string->num_glyphs);
    int glyph_count = 0, word_count = 0, ends = 1, pen = 0;
    for (int i = 0; i < string->num_glyphs; i++) {
        const PangoGlyphInfo *info = &string->glyphs[i];
        int from = string->log_clusters[i];
        int to = run->item->length;
        for (int j = i + 1; j < string->num_glyphs; j++)
            if (string->log_clusters[j] > from) { to = string->log_clusters[j]; break; }
        int is_space = start[from] == ' ';
        if (ends || is_space) word_count++;
        ends = is_space;
        cairo_text_cluster_t *word = &words[word_count - 1];
        if (i == 0 || string->log_clusters[i - 1] != from) word->num_bytes += to - from;
        if (info->glyph != PANGO_GLYPH_EMPTY) {
            word->num_glyphs++;
            glyphs[glyph_count++] = (cairo_glyph_t){
                info->glyph, x + (double)(pen + info->geometry.x_offset) / PANGO_SCALE,
                y + (double)info->geometry.y_offset / PANGO_SCALE};
        }
        pen += info->geometry.width;
    }
    cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font((PangoCairoFont *)run->item->analysis.font));
    cairo_show_text_glyphs(cairo, start, run->item->length, glyphs, glyph_count, words, word_count, 0);
    g_free(words);
    g_free(glyphs);
}

/// Shows one line from its left end on its baseline; `cairo` is a `cairo_t`.
static inline void pango_show_line(void *cairo, PangoLayoutLine *line, double x, double y) {
    const char *text = pango_layout_get_text(line->layout);
    int has_marks = 0;
    for (GSList *each = line->runs; each; each = each->next)
        has_marks |= pango_run_has_marks((PangoGlyphItem *)each->data, text);
    if (!has_marks) {
        cairo_move_to((cairo_t *)cairo, x, y);
        pango_cairo_show_layout_line((cairo_t *)cairo, line);
        return;
    }
    for (GSList *each = line->runs; each; each = each->next) {
        PangoGlyphItem *run = (PangoGlyphItem *)each->data;
        if (pango_run_has_marks(run, text)) {
            pango_show_words((cairo_t *)cairo, run, text, x, y);
        } else {
            cairo_move_to((cairo_t *)cairo, x, y);
            pango_cairo_show_glyph_item((cairo_t *)cairo, text, run);
        }
        x += (double)pango_glyph_string_get_width(run->glyphs) / PANGO_SCALE;
    }
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
