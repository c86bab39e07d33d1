namespace Mesh.Sdk.Attachment;

/// <summary>What can be done on the way.</summary>
public enum AttachStep
{
    /// <summary>All clusters were asked.</summary>
    Checked,

    /// <summary>Namespaces, service account and permissions are on the peer, and the gateway where networks differ.</summary>
    PeerPrepared,

    /// <summary>The token is there, and the peer takes it.</summary>
    TokenRetrieved,

    /// <summary>A host has the credential.</summary>
    HostConfigured,

    /// <summary>The cluster is attached.</summary>
    Attached,

    /// <summary>A host has forgotten the cluster.</summary>
    HostReleased,

    /// <summary>What attaching made on the peer is gone.</summary>
    PeerReleased,
}
