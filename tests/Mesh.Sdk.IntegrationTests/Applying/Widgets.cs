using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Applying;

/// <summary>Kinds that a test defines itself.</summary>
internal static class Widgets
{
    private static readonly ResourceReader Reader = new(ResourceKinds.None);

    private static int groups;

    /// <summary>Gets an API group that no other test uses.</summary>
    public static string NewGroup() => $"g{Interlocked.Increment(ref groups)}.example.org";

    public static IResource Definition(string group) => Reader.Read($$$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.{{{group}}}}
        spec:
          group: {{{group}}}
          scope: Namespaced
          names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}}
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      size: {type: integer, default: 1}
                      parts:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items: {type: object, required: [name], properties: {name: {type: string}, color: {type: string} } }
                  status: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """)[0];

    public static IResource Widget(string group, string @namespace, string name, string color = "red") => Reader.Read($$$"""
        apiVersion: {{{group}}}/v1
        kind: Widget
        metadata: {name: {{{name}}}, namespace: {{{@namespace}}}}
        spec:
          parts: [{name: wheel, color: {{{color}}}}]
        """)[0];
}
