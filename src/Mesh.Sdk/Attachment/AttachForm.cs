namespace Mesh.Sdk.Attachment;

/// <summary>Who reads the credential of an attached cluster.</summary>
public enum AttachForm
{
    /// <summary>istiod: a remote secret as <c>istioctl create-remote-secret</c> writes it, and a role that reads only.</summary>
    Istio,

    /// <summary>
    /// Banzai Cloud's Istio operator: a Secret named after the cluster and a <c>RemoteIstio</c>. The operator wants to do anything on the peer, which is
    /// reported as MESH4310.
    /// </summary>
    BanzaiOperator,
}
