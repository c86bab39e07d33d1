using Mesh.Sdk.Resources;

namespace Mesh.Sdk.IntegrationTests.Attachment;

/// <summary>CRDs that hosts have.</summary>
internal static class Definitions
{
    public static IResource RemoteIstio => new ResourceReader(ResourceKinds.None).Read("""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: remoteistios.istio.banzaicloud.io}
        spec:
          group: istio.banzaicloud.io
          scope: Namespaced
          names: {kind: RemoteIstio, plural: remoteistios, singular: remoteistio, listKind: RemoteIstioList}
          versions:
          - name: v1beta1
            served: true
            storage: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
        """)[0];
}
