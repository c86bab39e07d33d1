using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Mesh.Sdk.Simulation.Page;

/// <summary>Puts markup, style, script and data together.</summary>
/// <remarks>
/// The content security policy allows the one script and the one style by their hashes, and nothing from elsewhere. The data is JSON
/// in which the encoder has escaped all that HTML reads, so no value ends the element that holds it.
/// </remarks>
internal static class PageTemplate
{
    private static readonly string[] Scripts = ["data.js", "draw.js", "map.js", "graph.js", "charts.js", "panels.js", "main.js"];

    private static readonly Lazy<string> Markup = new(() => Read("page.html"));
    private static readonly Lazy<string> Style = new(() => Read("page.css"));
    private static readonly Lazy<string> Script = new(() => string.Concat(Scripts.Select(Read)));

    /// <summary>Returns the page of a view, no longer than a number of bytes.</summary>
    public static string Render(PageView view, int maxBytes)
    {
        int overhead = Markup.Value.Length + Style.Value.Length + Script.Value.Length + (12 * view.Title.Length);
        return Fill(Markup.Value, name => name switch
        {
            "title" => WebUtility.HtmlEncode(PlainText.Of(view.Title)),
            "style" => Style.Value,
            "script" => Script.Value,
            "styleHash" => Hash(Style.Value),
            "scriptHash" => Hash(Script.Value),
            _ => PageData.Write(view, maxBytes - overhead),
        });
    }

    // One pass, so that a value that looks like a placeholder stays what it is.
    private static string Fill(string markup, Func<string, string> valueOf)
    {
        StringBuilder page = new();
        int position = 0;
        for (int start; (start = markup.IndexOf("{{", position, StringComparison.Ordinal)) >= 0;)
        {
            int end = markup.IndexOf("}}", start, StringComparison.Ordinal);
            page.Append(markup, position, start - position).Append(valueOf(markup[(start + 2)..end]));
            position = end + 2;
        }

        return page.Append(markup, position, markup.Length - position).ToString();
    }

    private static string Hash(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using Stream stream = typeof(PageTemplate).Assembly.GetManifestResourceStream($"Mesh.Sdk.Simulation.Page.{name}")
            ?? throw new InvalidOperationException($"The library was built without {name}.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
