using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Indices;

/// <summary>The webhooks of Istio's injection, if their configurations are among the objects.</summary>
/// <remarks>Source: Istio, <c>analyzers/injection/image-auto.go</c>.</remarks>
internal sealed class InjectionWebhooks
{
    private readonly List<(UntypedValue? Namespaces, UntypedValue? Pods)> _selectors = [];

    private InjectionWebhooks(AnalysisContext context)
    {
        foreach ((UntypedResource configuration, Place _) in context.Each<UntypedResource>())
        {
            if (configuration.Type.Name == "MutatingWebhookConfiguration")
            {
                foreach (UntypedValue webhook in configuration.Fields["webhooks"]?.Items ?? default)
                {
                    if (webhook.Fields["name"]?.Text?.EndsWith("istio.io", StringComparison.Ordinal) == true)
                    {
                        _selectors.Add((webhook.Fields["namespaceSelector"], webhook.Fields["objectSelector"]));
                    }
                }
            }
        }
    }

    public static InjectionWebhooks Of(AnalysisContext context) => context.Index(static c => new InjectionWebhooks(c));

    /// <summary>Returns whether pods get a sidecar. Without webhooks among the objects, the labels that Istio's own look at tell.</summary>
    public bool Apply(PodTemplate pod, EquatableMap<string> namespaceLabels) => _selectors.Count > 0
        ? _selectors.Exists(webhook => UntypedSelector.Fits(webhook.Namespaces, namespaceLabels) && UntypedSelector.Fits(webhook.Pods, pod.Labels))
        : pod.Labels.TryGetValue("sidecar.istio.io/inject", out string? inject)
            ? inject == "true"
            : NamespaceIndex.IsInjected(namespaceLabels) || pod.Labels.ContainsKey(NamespaceIndex.RevisionLabel);
}
