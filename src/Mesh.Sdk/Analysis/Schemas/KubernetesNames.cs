using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>Names as the Kubernetes API server wants them, which is stricter than Istio.</summary>
/// <remarks>Source: Kubernetes, <c>apimachinery/pkg/util/validation/validation.go</c>.</remarks>
internal static class KubernetesNames
{
    public const int MaxLabelLength = 63;

    private const int MaxSubdomainLength = 253;

    public static bool IsLabel(string text) => text.Length <= MaxLabelLength && IsLabelText(text);

    public static bool IsSubdomain(string text) => text.Length <= MaxSubdomainLength && text.Split('.').All(IsLabelText);

    public static bool IsQualified(string text)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return IstioFormats.IsLabelKey(text) && (slash < 0 || IsSubdomain(text[..slash]));
    }

    /// <summary>Returns whether objects of a kind may have any name that fits into a path.</summary>
    public static bool HasFreeName(ResourceKind type) => type.Group == "rbac.authorization.k8s.io";

    private static bool IsLabelText(string text) =>
        text.Length > 0 && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
