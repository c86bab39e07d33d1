using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>Label selectors of Kubernetes, as they stand in objects without type.</summary>
internal static class UntypedSelector
{
    /// <summary>Returns whether a selector fits; one that is not given fits everything, and one that is no selector nothing.</summary>
    public static bool Fits(UntypedValue? selector, EquatableMap<string> labels) => selector is null
        || ((selector.Fields["matchLabels"]?.Fields ?? default).All(wanted => labels.TryGetValue(wanted.Key, out string? text) && text == wanted.Value.Text)
            && (selector.Fields["matchExpressions"]?.Items ?? default).All(expression => FitsExpression(expression, labels)));

    /// <summary>Gets the values that a selector asks for, or asks to be missing, of a label.</summary>
    public static IEnumerable<string> ValuesOf(UntypedValue? selector, string label) =>
        (selector?.Fields["matchLabels"]?.Fields[label] is { } value ? [value] : Enumerable.Empty<UntypedValue>())
            .Concat((selector?.Fields["matchExpressions"]?.Items ?? default)
                .Where(expression => expression.Fields["key"]?.Text == label)
                .SelectMany(expression => expression.Fields["values"]?.Items ?? default))
            .Select(value => value.Text)
            .OfType<string>();

    private static bool FitsExpression(UntypedValue expression, EquatableMap<string> labels)
    {
        bool isThere = labels.TryGetValue(expression.Fields["key"]?.Text ?? "", out string? text);
        bool isIn = isThere && (expression.Fields["values"]?.Items ?? default).Any(value => value.Text == text);
        return expression.Fields["operator"]?.Text switch
        {
            "In" => isIn,
            "NotIn" => !isIn,
            "Exists" => isThere,
            "DoesNotExist" => !isThere,
            _ => false,
        };
    }
}
