using System.Text;
using System.Text.RegularExpressions;
using Mesh.Sdk.Kubernetes.Answers;
using Mesh.Sdk.Kubernetes.Requests;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Kubernetes.Errors;

/// <summary>Takes out of a server's words the values that it, or a webhook behind it, quotes of a Secret.</summary>
internal static partial class SecretWords
{
    private const string Hidden = "***";

    // Shorter ones stand in any sentence.
    private const int ShortestValue = 4;

    public static KubernetesStatus Hide(KubernetesStatus status, ApiRequest request)
    {
        string[] values = [.. ValuesIn(request).SelectMany(Pieces).Distinct().OrderByDescending(v => v.Length)];
        return status with
        {
            Message = Hide(status.Message, values),
            Causes = status.Causes.Select(c => c with { Message = Hide(c.Message, values) }).ToEquatableList(),
        };
    }

    private static string Hide(string text, string[] values)
    {
        string safe = Found().Replace(Value().Replace(text, $"value: {Hidden}"), $"got {Hidden}");
        return values.Aggregate(safe, (t, v) => t.Replace(v, Hidden, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ValuesIn(ApiRequest request)
    {
        UntypedFields sent = AnswerTree.TryParse(Encoding.UTF8.GetString(request.Body.Span))?.Fields ?? default;
        IEnumerable<string> data = Leaves(sent["data"]);
        return data.Concat(data.Select(Decoded)).Concat(Leaves(sent["stringData"])).Concat(Leaves(sent["metadata"]?.Fields["annotations"]));
    }

    // What is quoted has its line breaks escaped, so that each line is looked for by itself.
    private static IEnumerable<string> Pieces(string value) =>
        value.Split(['\r', '\n'], StringSplitOptions.TrimEntries).Where(p => p.Length >= ShortestValue);

    private static IEnumerable<string> Leaves(UntypedValue? tree) => tree?.Kind switch
    {
        UntypedKind.Map => tree.Fields.SelectMany(f => Leaves(f.Value)),
        UntypedKind.List => tree.Items.SelectMany(Leaves),
        _ => (tree?.Text ?? tree?.Number) is { } text ? [text] : [],
    };

    private static string Decoded(string value)
    {
        byte[] bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    [GeneratedRegex("""value: (?:"(?:[^"\\]|\\.)*"|\S+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    // .data.key: expected string, got &value.valueUnstructured{Value:42}
    [GeneratedRegex("""(?<=expected \w+, )got .*""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Found();
}
