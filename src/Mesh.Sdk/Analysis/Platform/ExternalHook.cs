using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Platform;

/// <summary>A webhook by which a cluster asks its control plane, which may run elsewhere and then has an address.</summary>
/// <remarks>Source: Istio, <c>analyzers/externalcontrolplane/externalcontrolplane.go</c>.</remarks>
internal sealed record ExternalHook(int Index, string Name, UntypedValue? Client)
{
    /// <summary>Gets the address; <see langword="null"/> if there is none.</summary>
    public string? Url => Client?.Fields["url"]?.Text;

    public bool HasService => Client?.Fields["service"] is { Kind: UntypedKind.Map };

    /// <summary>Gets the webhooks of a configuration that Istio installs.</summary>
    public static IEnumerable<ExternalHook> Of(UntypedResource configuration) =>
        IsOfIstio(configuration)
            ? (configuration.Fields["webhooks"]?.Items ?? default).Select((hook, i) => new ExternalHook(i, hook.Fields["name"]?.Text ?? "", hook.Fields["clientConfig"]))
            : [];

    /// <summary>Gets the host of the address; empty if it has none.</summary>
    public string Host
    {
        get
        {
            string url = Url ?? "";
            int start = url.IndexOf("//", StringComparison.Ordinal);
            string authority = start < 0 ? "" : url[(start + 2)..].Split('/', '?', '#')[0];
            string host = authority[(authority.LastIndexOf('@') + 1)..];
            return host.StartsWith('[') ? host[1..].Split(']')[0] : host.Split(':')[0];
        }
    }

    private static bool IsOfIstio(UntypedResource configuration) => configuration.Type.Name switch
    {
        "ValidatingWebhookConfiguration" => configuration.Metadata.Name == "istiod-default-validator" || StartsWith(configuration, "istio-validator"),
        _ => StartsWith(configuration, "istio-sidecar-injector"),
    };

    private static bool StartsWith(UntypedResource configuration, string name) =>
        configuration.Metadata.Name?.StartsWith(name, StringComparison.Ordinal) == true;
}
